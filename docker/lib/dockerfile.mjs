/* A Dockerfile as instructions: as much of the language as the one of this product uses, and an error for the rest. */

/**
 * @typedef {{ name: string, args: string, flags: Record<string, string>, line: number, text: string }} Instruction
 * @typedef {{ image: string, name: string, instructions: Instruction[] }} Stage
 */

const KNOWN = ['FROM', 'ARG', 'ENV', 'WORKDIR', 'COPY', 'RUN', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];

/**
 * The stages, with `ARG`s before the first one filled in.
 * @param {string} text
 * @returns {Stage[]}
 */
export function stagesOf(text) {
  const args = {};
  const stages = [];
  for (const instruction of instructionsOf(text)) {
    if (!KNOWN.includes(instruction.name))
      throw new Error(`line ${instruction.line}: ${instruction.name} is not known here`);
    const stage = stages.at(-1);
    if (instruction.name === 'FROM') stages.push(newStage(instruction, args));
    else if (stage) stage.instructions.push(instruction);
    else if (instruction.name === 'ARG') Object.assign(args, Object.fromEntries([keyAndValue(instruction.args)]));
    else throw new Error(`line ${instruction.line}: ${instruction.name} before the first FROM`);
  }
  return stages;
}

function newStage({ args: text, line }, args) {
  const [, image, name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(text) ?? [];
  if (!image) throw new Error(`line ${line}: FROM image AS name`);
  const whole = image.replace(/\$\{(\w+)\}/g, (_, key) => args[key] ?? '');
  return { image: whole, name: name ?? '', instructions: [] };
}

/** The instructions, with lines that end in a backslash joined and comments left out. */
function instructionsOf(text) {
  const found = [];
  let open;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const goesOn = /\\\s*$/.test(line);
    const content = line.replace(/\\\s*$/, '').trim();
    if (open) open.text += ` ${content}`;
    else open = { text: content, line: index + 1 };
    if (goesOn) continue;
    found.push(instruction(open));
    open = undefined;
  }
  return found;
}

function instruction({ text, line }) {
  const [, name, rest] = /^(\w+)\s+(.*)$/s.exec(text) ?? [undefined, text, ''];
  const flags = {};
  let args = rest;
  for (let flag = /^--([a-z-]+)=(\S+)\s+/.exec(args); flag; flag = /^--([a-z-]+)=(\S+)\s+/.exec(args)) {
    flags[flag[1]] = flag[2];
    args = args.slice(flag[0].length);
  }
  return { name: name.toUpperCase(), args, flags, line, text };
}

/** `NAME=value`, as ENV and ARG have it; one to an instruction. */
export function keyAndValue(text) {
  const [, key, value] = /^(\w+)=(\S*)$/.exec(text) ?? [];
  if (key === undefined) throw new Error(`Write one NAME=value: ${text}`);
  return [key, value];
}

/** The command of `CMD` or of `HEALTHCHECK … CMD`: a JSON list, so that no shell stands between. */
export function commandOf({ name, args, line }) {
  const json = name === 'HEALTHCHECK' ? args.replace(/^CMD\s+/, '') : args;
  const command = json.startsWith('[') ? JSON.parse(json) : undefined;
  if (!Array.isArray(command)) throw new Error(`line ${line}: write the command as a JSON list`);
  return command;
}

/** The last instruction of that name, which is the one that counts. */
export function lastOf(stage, name) {
  return stage.instructions.findLast((each) => each.name === name);
}
