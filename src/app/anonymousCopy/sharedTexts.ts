import { documentOf, element, elementsIn, rootOf, withAttribute, withoutAttributes } from './markup';

/** The table of texts that the cells of all sheets share, cut down to those that are called. */
export class SharedTexts {
  private readonly root;
  private readonly items;
  private readonly kept = new Map<number, number>();

  constructor(xml: string) {
    this.root = rootOf(xml);
    this.items = elementsIn(this.root.inner).filter(({ name }) => name === 'si');
  }

  /** The new number of a text. */
  call(number: number): number {
    const known = this.kept.get(number);
    if (known !== undefined) return known;
    this.kept.set(number, this.kept.size);
    return this.kept.size - 1;
  }

  isCalled(): boolean {
    return this.kept.size > 0;
  }

  xml(): string {
    const items = [...this.kept.keys()].map((number) => this.items[number]?.raw ?? '<si><t/></si>');
    const open = withAttribute(withoutAttributes(this.root.open, 'count'), 'uniqueCount', items.length);
    return documentOf(element(open, items.join('')));
  }
}
