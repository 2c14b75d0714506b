/**
 * How a report leaves the web worker host, which has no file system but the workspace's: in pieces, by the console. VS Code
 * shortens what is longer than 100,000 characters there.
 */
export const REPORT_PIECE = "  ▤ report";
export const REPORT_PIECE_LENGTH = 50_000;
