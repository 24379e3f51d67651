/** Tables of settings: what a program can be told, once for command lines, study files, forks and headers. Pure, with zod alone. */
export { readSettingText, readYesOrNo } from './read-setting-text.js';
export { defineSettings, type GivenSettings, type Setting, type SettingsIn, type SettingTable } from './setting.js';
export { modelId, numberBetween, oneOf, wholeNumber, yesOrNo } from './setting-schemas.js';
export { nearestName, suggestName } from '../study/nearest-name.js';
export { choicesOf, defaultInWords, forkKeys, schemaOfSection, studySettings, withGiven } from './setting-values.js';
