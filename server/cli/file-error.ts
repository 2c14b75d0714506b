/** What a failed file operation means, in a sentence. */
export function explainFileError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "ENOENT":
      return "there is no such file or folder.";
    case "EACCES":
    case "EPERM":
      return "permission denied.";
    case "ELOOP":
      return "is a link that leads back to itself.";
    case "EISDIR":
      return "is a folder, not a file.";
    case "ENOSPC":
      return "the disk is full.";
    case "EROFS":
      return "the disk is read-only.";
    case "ENAMETOOLONG":
      return "its name is too long.";
    case "ERR_STRING_TOO_LONG":
    case "ERR_FS_FILE_TOO_LARGE":
      return "is larger than the half gigabyte that can be read at once.";
    default:
      return error instanceof Error ? `${error.message}.` : `${String(error)}.`;
  }
}
