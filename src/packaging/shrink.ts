/** Leaves out of the build what nobody reads. */
import type { Plugin } from 'rolldown';
import { minifySync } from 'rolldown/utils';

/** The code that people step through in their own pages: it keeps its source map. */
const IS_SDK = /\/src\/client\/|\/generated\/(client|openapi-fetch)\.ts$|\/generated\/runtime\//;
/** Written by no person here: code of other packages, compiled schemas, the contract as data; and the few lines around them. */
const IS_FOREIGN = /\/node_modules\/|\/generated\/(validators\.js|examples\.json)$|\/strength\.ts$|^\0/;

/**
 * Minifies the chunks that hold no code of ours, and drops the source maps and comments of everything but the SDK: the docstrings
 * are in the declarations.
 */
export function shrink(): Plugin {
  return {
    name: 'shrink',
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type !== 'chunk' || !name.endsWith('.js')) continue;
        if (file.moduleIds.length > 0 && file.moduleIds.every((id) => IS_SDK.test(id))) continue;
        delete bundle[`${name}.map`];
        file.code = file.code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
        const isForeign = file.moduleIds.every((id) => IS_FOREIGN.test(id));
        const readable = { compress: false, mangle: false } as const;
        file.code = minifySync(name, file.code, {
          module: true,
          ...(isForeign ? {} : readable),
          codegen: { removeWhitespace: isForeign },
        }).code;
      }
    },
  };
}
