import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../../src/workbench');

test.each(['host', 'model'])('%s runs in a browser, too: it names nothing of Node', (folder) => {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(0);
  for (const file of sources) {
    const text = readFileSync(path.join(ROOT, folder, file), 'utf8');
    expect([file, /from 'node:|\bprocess\.|\bBuffer\b|\brequire\(/.test(text)]).toEqual([file, false]);
  }
});
