/** Colours that do not belong to a power. */
export const INK = {
  line: '#2f3437',
  sea: '#dbe5e9',
  seaBorder: '#afc3cb',
  shallows: '#f0f5f6',
  seaName: '#587685',
  land: '#f5efdf',
  landBorder: '#8d8674',
  landName: '#2b2a27',
  neutral: '#d9d5c9',
  coast: '#5c6b70',
  paper: '#fdfcf8',
  muted: '#6d6c66',
  alarm: '#a3201b',
} as const;

/** Fonts; every machine has one of them. */
export const FONTS = {
  serif: "'Iowan Old Style','Palatino Linotype',Palatino,Georgia,'Times New Roman',serif",
  sans: "'Helvetica Neue',Helvetica,Arial,sans-serif",
} as const;

const channelsOf = (color: string): readonly number[] => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) || 0);

/** Mixes two colours: `share` is the part of the second. */
export function mix(first: string, second: string, share: number): string {
  const other = channelsOf(second);
  return `#${channelsOf(first)
    .map((channel, index) => Math.round(channel + (other[index]! - channel) * share))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Darkens a power's colour for lines on pale ground. */
export const deep = (color: string): string => mix(color, '#141414', 0.08 + 0.4 * luminance(color));

/** Returns black or white, whichever is easier to read on a colour. */
export const legibleOn = (color: string): string => (luminance(color) > 0.33 ? '#1b1b1b' : '#ffffff');

function luminance(color: string): number {
  const [red, green, blue] = channelsOf(color).map((channel) => (channel / 255) ** 2.2) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
