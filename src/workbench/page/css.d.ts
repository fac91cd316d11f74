/** Styles are put into the page by webpack. */
declare module '*.css';
