/** Words of players never begin a line of their own, so that none of them can be taken for a section of a prompt. */
export const onOneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, ' / ');
