const path = require('node:path');
const { DefinePlugin } = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { version } = require('./package.json');

/** The origin written in manifest.xml. */
const DEVELOPMENT_ORIGIN = 'https://localhost:3000';

/**
 * Builds the task pane (which carries the ribbon's commands) into dist/, ready to be served as static files.
 * `CLIENTELE_ORIGIN=https://example.org npm run build` writes that origin into dist/manifest.xml.
 */
module.exports = (_env, { mode = 'production' } = {}) => {
  const origin = (process.env.CLIENTELE_ORIGIN ?? DEVELOPMENT_ORIGIN).replace(/\/+$/, '');
  return {
    mode,
    // The content security policy forbids eval, on which webpack's other development maps stand.
    devtool: mode === 'production' ? false : 'source-map',
    entry: { taskpane: './src/taskpane/index.tsx' },
    output: {
      path: path.resolve(__dirname, 'dist'),
      filename: '[name].[contenthash:8].js',
      clean: true,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: {
            // Which syntax is compiled away follows `browserslist` in package.json.
            env: {},
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      ],
    },
    plugins: [
      new DefinePlugin({ CLIENTELE_VERSION: JSON.stringify(version) }),
      new HtmlPlugin({ template: './src/taskpane/taskpane.html', filename: 'taskpane.html' }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.{png,html}' },
          {
            from: 'manifest.xml',
            transform: (content) => content.toString().replaceAll(DEVELOPMENT_ORIGIN, origin),
          },
        ],
      }),
    ],
    // Budgets are held by tests/taskpane/bundle.test.ts, gzipped as a server sends the files.
    performance: false,
  };
};
