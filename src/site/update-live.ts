import { start } from './examples/update-password.ts';
import { lab } from './lab.ts';

lab(start);
