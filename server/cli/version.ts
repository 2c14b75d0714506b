/** Put in by the build from package.json, so that asking for it reads no file. */
declare const PRESSMARK_VERSION: string;

export function programVersion(): string {
  return PRESSMARK_VERSION;
}
