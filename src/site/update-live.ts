import * as example from './examples/update-password.ts';
import { lab } from './lab.ts';

lab(example);
