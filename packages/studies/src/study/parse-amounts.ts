const TOKENS = { '': 1, k: 1000, m: 1_000_000 } as const;
const MILLISECONDS = { s: 1000, m: 60_000, min: 60_000, h: 3_600_000 } as const;

/** `500k`, `2M`, `2_000_000`; `null` for anything else. */
export function parseTokenCount(text: string): number | null {
  return parseAmount(text.replaceAll('_', ''), TOKENS);
}

/** `90s`, `20m`, `2h`, in milliseconds; `null` for anything else. */
export function parseWallTime(text: string): number | null {
  return parseAmount(text, MILLISECONDS);
}

function parseAmount(text: string, units: Readonly<Record<string, number>>): number | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(text.trim()) ?? [];
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
  return amount === undefined || factor === undefined || Number(amount) === 0 ? null : Math.round(Number(amount) * factor);
}
