/** The script of every page. It is a classic one, because browsers load no modules on pages that are opened from the disk. */
import { addCopyButtons } from './copy.ts';
import { filterErrors } from './filter-errors.ts';
import { sayHowToServe } from './from-disk.ts';
import { closeOnFollow, showCurrentPage } from './menu.ts';
import { openSearchByKey } from './open-search.ts';
import { followReading } from './outline.ts';
import { keepPlace } from './place.ts';
import { expandSchemas, foldJson } from './schema-fields.ts';
import { switchServer } from './server.ts';
import { rememberTabs } from './tabs.ts';
import { switchTheme } from './theme.ts';

switchTheme();
openSearchByKey();
rememberTabs();
addCopyButtons();
closeOnFollow();
showCurrentPage();
followReading();
keepPlace();
expandSchemas();
foldJson();
switchServer();
filterErrors();
sayHowToServe();
