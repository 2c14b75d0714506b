/** `PRESSMARK_DISK=full` asks for as much as docs/reliability.md speaks of; every other run takes a part that is a test. */
const isFull = process.env["PRESSMARK_DISK"] === "full";

export const KILLS: number = isFull ? 200 : 40;
export const FILES_IN_A_FOLDER: number = isFull ? 200_000 : 3_000;

/** In milliseconds. */
export const PATIENCE: number = isFull ? 900_000 : 120_000;
