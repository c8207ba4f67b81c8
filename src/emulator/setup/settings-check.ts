/** Says what is wrong with settings that somebody wrote. */
import seedSchema from '../../../generated/emulator/seed.schema.json' with { type: 'json' };
import { isSettingsChange } from '../../../generated/emulator/validators.js';
import { schemaProblems, settingsSentence } from './schema-check.ts';

/** Says what is wrong with a change of settings, one sentence per problem; none if all is well. */
export const settingsProblems = (change: unknown): readonly string[] =>
  schemaProblems(isSettingsChange, seedSchema.properties.settings, change).map(settingsSentence);
