import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = path.resolve(__dirname, '../../dist');

/**
 * The pane's budget in bytes as a server sends it: it must open at once on an office network. Fifteen tabs, dossiers,
 * meeting reports and own templates in two languages and everything that fills them; a third of it is React with Fluent,
 * a fifth the texts.
 */
const LARGEST_BUNDLE = 460 * 1024;

/** Words that only the stand-in for Excel and its libraries hold. */
const WORKBENCH_WORDS = ['ironcalc', 'echarts', 'excelts', '_messageType', 'ProcessQuery', 'i18next'];

const isBuilt = existsSync(path.join(DIST, 'taskpane.html'));
// CI builds before it tests; at a desk the check waits for the first build.
const describeBuilt = isBuilt || process.env.CI === 'true' ? describe : describe.skip;

const text = (file: string): string => readFileSync(path.join(DIST, file), 'utf8');
const filesOf = (extension: string): string[] =>
  readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(extension));

describeBuilt('the build in dist/ (run `npm run build` to have it checked)', () => {
  it('keeps the pane within its budget', () => {
    const size = filesOf('.js').reduce((sum, file) => sum + gzipSync(text(file)).length, 0);
    expect(size).toBeGreaterThan(50 * 1024);
    expect(size).toBeLessThanOrEqual(LARGEST_BUNDLE);
  });

  it('is one bundle without source maps', () => {
    expect(filesOf('.js')).toHaveLength(1);
    expect(filesOf('.map')).toEqual([]);
  });

  it('holds nothing of the workbench', () => {
    for (const file of filesOf('.js')) {
      const code = text(file);
      expect(WORKBENCH_WORDS.filter((word) => code.includes(word))).toEqual([]);
    }
  });

  it('loads Office.js from Microsoft, and forbids every other origin', () => {
    const page = text('taskpane.html');
    const scripts = Array.from(page.matchAll(/<script[^>]*src="?([^"\s>]+)/g), ([, source = '']) => source);
    expect(scripts[0]).toBe('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
    expect(scripts.slice(1).every((source) => /^taskpane\.[0-9a-f]+\.js$/.test(source))).toBe(true);
    const policy = /http-equiv="?Content-Security-Policy"?\s[^>]*content="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy.match(/https:\/\/[^ ;]+/g)).toEqual(['https://appsforoffice.microsoft.com']);
    expect(policy).not.toContain('unsafe-eval');
  });

  it('carries the manifest and everything it points to', () => {
    const manifest = text('manifest.xml');
    const addresses = manifest.match(/(?<=DefaultValue=")https:\/\/[^"]+/g) ?? [];
    expect(new Set(addresses.map((address) => new URL(address).origin)).size).toBe(1);
    for (const address of addresses) {
      const file = new URL(address).pathname.slice(1);
      expect([file, existsSync(path.join(DIST, file))]).toEqual([file, true]);
    }
  });
});
