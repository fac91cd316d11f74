import { tokens } from '@fluentui/react-components';

/** The mark of the product, as in `assets/icon.svg`: a client base with one large client set apart. */
export function Logo() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 64 64"
      aria-hidden="true"
      focusable="false"
      style={{ flexShrink: 0 }}
    >
      <rect width="64" height="64" rx="14" fill={tokens.colorBrandBackground} />
      <path
        d="M29 17 A18 18 0 1 0 47 35 L29 35 Z"
        fill={tokens.colorNeutralForegroundOnBrand}
        opacity="0.82"
      />
      <path d="M35 11 A18 18 0 0 1 53 29 L35 29 Z" fill={tokens.colorNeutralForegroundOnBrand} />
    </svg>
  );
}
