import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** Where the servers find and leave things, as absolute paths. */
export const places = {
  root,
  source: path.join(root, 'src'),
  assets: path.join(root, 'assets'),
  manifest: path.join(root, 'manifest.xml'),
  /** The pane as it would be published. */
  pane: path.join(root, 'dist'),
  paneConfig: path.join(root, 'webpack.config.js'),
  /** The page of the workbench; never part of the published add-in. */
  page: path.join(root, '.cache/workbench/page'),
  pageSource: path.join(root, 'src/workbench/page'),
  buildCache: path.join(root, '.cache/workbench/webpack'),
  certificate: path.join(root, '.cache/certificate'),
  /** Microsoft's client, used from where npm put it. */
  officeJs: path.join(root, 'node_modules/@microsoft/office-js/dist'),
} as const;
