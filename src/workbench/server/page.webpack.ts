import path from 'node:path';
import HtmlPlugin from 'html-webpack-plugin';
import type { Configuration } from 'webpack';
import { places } from './places';

/** Builds the page of the workbench. Not minified: it is served to its own machine and must start soon. */
export const pageConfig: Configuration = {
  mode: 'production',
  context: places.root,
  devtool: false,
  entry: { page: path.join(places.pageSource, 'main.tsx') },
  output: { path: places.page, filename: '[name].[contenthash:8].js', publicPath: 'workbench/', clean: true },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: {
          env: {},
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
    ],
  },
  plugins: [new HtmlPlugin({ template: path.join(places.pageSource, 'index.html'), minify: false })],
  optimization: { minimize: false },
  performance: false,
  cache: {
    type: 'filesystem',
    cacheDirectory: places.buildCache,
    buildDependencies: { config: [__filename] },
  },
};
