import * as example from './examples/remove-password.ts';
import { lab } from './lab.ts';

lab(example);
