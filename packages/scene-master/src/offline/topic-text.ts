/** Turning point within a sentence: `the first date`, but `meeting the family`. */
export function topicText(turningPoint: string): string {
  return /^(?:\w+ing\b(?! to\b)|a |an |the )/i.test(turningPoint) &&
    !/^(?:wedding|evening|outing|housewarming|meeting$|telling of )/i.test(turningPoint)
    ? turningPoint
    : `the ${turningPoint}`;
}
