import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

/** A message as it came over the wire. */
export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
  /** Of its content, in bytes. */
  readonly bytes: number;
}

/** A language server that runs, spoken to on its standard input and output with as little of our own time as can be. */
export interface LanguageServer {
  readonly process: ChildProcessWithoutNullStreams;
  notify(method: string, params: unknown): void;
  /** Rejects when the server answers with an error or ends. */
  request(method: string, params: unknown): Promise<Message>;
  /** The next notification of a method for which the test holds, of those that have not been given out. */
  notified(method: string, test: (params: never) => boolean): Promise<Message>;
  stop(): Promise<void>;
}

/** What the server asks the client, by method; what is not here is answered with null. */
export type Answers = Readonly<Record<string, (params: never) => unknown>>;

/** Without an answer for so long a server counts as hung. */
const LONGEST_WAIT = 60_000;

export function startLanguageServer(command: readonly string[], answers: Answers = {}): LanguageServer {
  const [program, ...parameters] = command as [string, ...string[]];
  const child = spawn(program, parameters, { stdio: "pipe" });
  child.stderr.resume();
  const pending = new Map<number | string, (message: Message) => void>();
  const unread: Message[] = [];
  let waiting: (() => void) | undefined;
  let nextId = 1;

  function send(message: object): void {
    const content = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }

  readMessages(child, (message) => {
    if (message.method === undefined) {
      pending.get(message.id as number)?.(message);
      pending.delete(message.id as number);
    } else if (message.id !== undefined) {
      const answer = Object.hasOwn(answers, message.method) ? answers[message.method] : undefined;
      void Promise.resolve(answer?.(message.params as never) ?? null).then((result) =>
        send({ id: message.id, result }),
      );
    } else {
      unread.push(message);
      waiting?.();
    }
  });

  async function request(method: string, params: unknown): Promise<Message> {
    const id = nextId++;
    const answered = new Promise<Message>((resolve) => pending.set(id, resolve));
    send({ id, method, params });
    const message = await inTime(answered, method);
    if (message.error !== undefined) {
      throw new Error(`${method}: ${message.error.message} (${message.error.code})`);
    }
    return message;
  }

  async function notified(method: string, test: (params: never) => boolean): Promise<Message> {
    for (;;) {
      const index = unread.findIndex((message) => message.method === method && test(message.params as never));
      if (index >= 0) {
        const [found] = unread.splice(0, index + 1).slice(-1);
        return found as Message;
      }
      await inTime(
        new Promise<void>((resolve) => {
          waiting = resolve;
        }),
        method,
      );
    }
  }

  return {
    process: child,
    notify: (method, params) => send({ method, params }),
    request,
    notified,
    stop: async () => {
      const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function readMessages(child: ChildProcessWithoutNullStreams, handle: (message: Message) => void): void {
  let buffered: Buffer[] = [];
  let length = 0;
  let wanted = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    buffered.push(chunk);
    length += chunk.length;
    while (length > 0 && length >= wanted) {
      const all = buffered.length === 1 ? (buffered[0] as Buffer) : Buffer.concat(buffered);
      const head = all.indexOf("\r\n\r\n");
      const bytes =
        head < 0 ? Number.NaN : Number(/content-length: *(\d+)/i.exec(all.toString("latin1", 0, head))?.[1]);
      const end = head + 4 + bytes;
      if (Number.isNaN(bytes) || all.length < end) {
        buffered = [all];
        wanted = Number.isNaN(bytes) ? length + 1 : end;
        return;
      }
      handle({ ...(JSON.parse(all.toString("utf8", head + 4, end)) as object), bytes });
      const rest = all.subarray(end);
      buffered = rest.length === 0 ? [] : [rest];
      length = rest.length;
      wanted = 0;
    }
  });
}

async function inTime<Value>(promise: Promise<Value>, what: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`No answer to ${what} for ${LONGEST_WAIT / 1000} s.`)),
      LONGEST_WAIT,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
