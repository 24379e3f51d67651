/** How AI_Diplomacy's scripts read the files of a game, re-told in a few lines each. */

/** Rows of a CSV file by their columns: fields in quotes or without, a doubled quote for one. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++;
        field += text[at];
      }
      at++;
    } else for (; at < text.length && text[at] !== ',' && text[at] !== '\n'; at++) field += text[at];
    row.push(field);
    if (text[at] === '\n' || at >= text.length) {
      rows.push(row);
      row = [];
    }
    at++;
  }
  const [header = [], ...lines] = rows;
  return lines.map((fields) => Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ''])));
}

/** A message as its statistics count it. */
export interface CountedMessage {
  readonly content: string;
  readonly isGlobal: boolean;
  readonly recipient: string | null;
}

/** Messages in a reply: objects with `content`, found by their braces at most two deep (analysis/statistical_game_analysis.py). */
export function messagesIn(rawResponse: string): readonly CountedMessage[] {
  const fenced = [...rawResponse.matchAll(/```json\s*(\{.*?\})\s*```/gs)].map((match) => match[1] ?? '');
  const blocks = fenced.length > 0 ? fenced : (rawResponse.match(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g) ?? []);
  return blocks.flatMap((block): readonly CountedMessage[] => {
    try {
      const { content, message_type: type, recipient } = JSON.parse(block) as Readonly<Record<string, string | undefined>>;
      if (content === undefined) return [];
      return [{ content, isGlobal: type === 'global', recipient: type === 'private' ? (recipient ?? null) : null }];
    } catch {
      return [];
    }
  });
}

/** Orders in a reply that is no JSON as a whole, behind `PARSABLE OUTPUT:` (analyze_rl_json.py). */
export function ordersIn(rawResponse: string): readonly string[] {
  const text = rawResponse.trim();
  if (/^[{[][^]*[\]}]$/.test(text) && isJson(text)) return [];
  const found = /PARSABLE OUTPUT:\s*(?:\{\{)?\s*"orders"\s*:\s*(\[.*?\])\s*(?:\}\})?/is.exec(text);
  return found === null ? [] : (JSON.parse(found[1] ?? '[]') as readonly string[]);
}

/** The diary that its search for moments shows to a model (analyze_game_moments.py). */
export function diaryIn(rawResponse: string): { readonly summary: string; readonly relationships: object } {
  const { negotiation_summary: summary = 'N/A', updated_relationships: relationships = {} } = JSON.parse(rawResponse) as {
    readonly negotiation_summary?: string;
    readonly updated_relationships?: object;
  };
  return { summary, relationships };
}

/** Returns whether its statistics count this value of `success` as a failure. */
export function isFailure(success: string): boolean {
  return ['false', 'failure:', 'error', 'failed'].some((sign) => success.toLowerCase().includes(sign));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
