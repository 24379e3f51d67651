/** Explanation that goes with a folder of prompts. */
export const FOLDER_README = `Prompts of relationship-sim
===========================

All texts that the prompts of a couple's run are made of: those of the two partners in agent/, those of the director and of the judge in
director/. Long texts have a file each, named after the text; short ones stand in lines.yaml, one a line. Any text may stand in either
form, and any part of the folder may be left out: what is left out, or empty, stays as it ships.

{placeholders} are filled when a prompt is written. A text may use those that it has here and no others; a placeholder that is left out
is not shown in the prompt, which is an error where the prompt would be of no use. In a text that has placeholders, write {{ and }} for
braces that are none. In lines.yaml, a text that begins with a brace, a bracket or a quotation mark has to stand in quotes.

The shape of a reply, such as {"deed": string, "words": string}, is always added, and its keys are the same in every language: keep
the names in quotation marks ("deed", "reason", narrative, only_A, ...) where a text explains them.

The rubric of commitment is director/judge.rules.txt; the question to the judge is score.question.

  relationship-sim prompts check FOLDER                            what would be used, and how long each prompt gets
  relationship-sim prompts show commitment-score --prompts-dir FOLDER    one prompt as it is sent
  relationship-sim run maya-jonas --model ... --prompts-dir FOLDER       a run; it keeps the words in its record

The offline couple reads English titles and lines only; with it, only instructions can be changed (rules, the text of tasks, the rubric).
`;
