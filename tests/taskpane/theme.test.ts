import { detectShade } from '../../src/taskpane/theme';

describe('the shade of the pane', () => {
  it('is the one chosen, whatever Office says', () => {
    expect(detectShade('light', { isDarkTheme: true }, true)).toBe('light');
    expect(detectShade('dark', { isDarkTheme: false }, false)).toBe('dark');
  });

  it('follows Office’s own word', () => {
    expect(detectShade('auto', { isDarkTheme: true, bodyBackgroundColor: '#FFFFFF' }, false)).toBe('dark');
    expect(detectShade('auto', { isDarkTheme: false }, true)).toBe('light');
  });

  it('else the luminance of Office’s background', () => {
    expect(detectShade('auto', { bodyBackgroundColor: '#262626' }, false)).toBe('dark');
    expect(detectShade('auto', { bodyBackgroundColor: '#F0F0F0' }, true)).toBe('light');
  });

  it('else the system’s preference, for Excel on the web gives no theme (office-js #6134)', () => {
    expect(detectShade('auto', undefined, true)).toBe('dark');
    expect(detectShade('auto', undefined, false)).toBe('light');
    expect(detectShade('auto', { bodyBackgroundColor: 'red' }, true)).toBe('dark');
  });
});
