/// <reference types="mocha" />
// The build for browsers puts the class beside the global functions, and exports neither.
import "mocha/mocha.js";

const { Mocha } = globalThis as unknown as { readonly Mocha: unknown };

// biome-ignore lint/style/noDefaultExport: It stands in for the package, whose default export the class is.
export default Mocha;
