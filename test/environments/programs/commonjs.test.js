// Under Jest without ES modules: Babel makes CommonJS of this file and of the package.
import { visitInProcess } from './visit.js';

test('an emulator in the process is answered by the SDK', async () => {
  await visitInProcess();
});
