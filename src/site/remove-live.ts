import { start } from './examples/remove-password.ts';
import { lab } from './lab.ts';

lab(start);
