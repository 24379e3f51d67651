import { type Style, truncate, wrapText } from '@entente/run-console';
import { type ByPartner, describeEmotions, type RelationshipFact, relationshipFactSchema } from '@entente/relationship';

export interface TellOptions {
  readonly names: ByPartner<string>;
  readonly width: number;
  readonly style: Style;
}

const WIDEST = 100;
/** Maximum length of a reason, in characters. */
const LONGEST_REASON = 240;

/** Formats a fact for the story on a terminal; returns undefined for facts that only programs need. */
export function tellFact(fact: RelationshipFact, { names, width, style }: TellOptions): string | undefined {
  const columns = Math.min(WIDEST, width);
  const tell = (text: string, indent = ''): string => wrapText(text, columns, indent);
  switch (fact.type) {
    case 'couple-introduced':
      return style.bold(`${names.A} & ${names.B}`);
    case 'scene-opened': {
      const { theme, turningPoint, setting, situation } = fact.opening;
      const heading = `Scene ${fact.scene} · ${turningPoint}${theme === turningPoint ? '' : `: ${theme}`}`;
      return `\n${style.bold(style.cyan(tell(heading)))}\n${style.dim(tell(`${setting} ${situation}`))}`;
    }
    case 'beat-narrated':
      return `\n${tell(fact.narrative)}${fact.question === '' ? '' : `\n${style.dim(tell(fact.question))}`}`;
    case 'beat-appraised':
      return style.dim(tell(`${names[fact.partner]} (${describeEmotions(fact.emotions)}), silently: ${fact.thought}`, '  '));
    case 'choice-made':
      return tell(`${style.bold(names[fact.partner])}: ${fact.action}`, '  ');
    case 'scene-summarized':
      return `\n${style.italic(tell(fact.summary))}`;
    case 'reflection-made':
      return style.dim(tell(`${names[fact.partner]} looks back: ${fact.reflection}`, '  '));
    case 'commitment-scored': {
      const score = style.yellow(tell(`commitment after scene ${fact.scene}: ${names[fact.partner]} ${fact.score.toFixed(1)}`));
      const reason = shortened(fact.reasoning.replaceAll(/\s+/g, ' ').trim());
      return reason === '' ? score : `${score}\n${style.dim(tell(reason, '  '))}`;
    }
    case 'scene-ended':
      return fact.ending === 'cut-short' ? style.yellow('The scene breaks off here.') : undefined;
    case 'memories-kept':
    case 'memories-recalled':
    case 'context-generated':
      return undefined;
    case 'opening-missing':
    case 'context-missing':
    case 'beat-missing':
    case 'appraisal-missing':
    case 'choice-missing':
    case 'summary-missing':
    case 'reflection-missing':
    case 'memory-appraisal-missing':
    case 'judge-missing': {
      const whose = fact.partner === undefined ? '' : ` of ${names[fact.partner]}`;
      return style.yellow(tell(`(${fact.type.replaceAll('-', ' ')}${whose}, scene ${fact.scene}: ${fact.reason})`));
    }
    default:
      return fact satisfies never;
  }
}

/** First sentences of a reason that fit into a few lines; the table `commitment` has the full text. */
function shortened(reason: string): string {
  if (reason.length <= LONGEST_REASON) return reason;
  const end = Math.max(...['. ', '! ', '? '].map((stop) => reason.lastIndexOf(stop, LONGEST_REASON - 2) + 1));
  return end > 0 ? `${reason.slice(0, end)} …` : truncate(reason, LONGEST_REASON);
}

/** Reads a recorded fact as one of a relationship; returns undefined for facts of other programs and of the runner. */
export function readFact(fact: { readonly type: string }): RelationshipFact | undefined {
  const parsed = relationshipFactSchema.safeParse(fact);
  return parsed.success ? parsed.data : undefined;
}
