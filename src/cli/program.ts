import { Command } from 'commander';
import { VERSION } from '../kit/version.ts';
import { addCommand } from './commands/add.ts';
import { acceptCommand } from './commands/accept.ts';
import { checkpointCommand } from './commands/checkpoint.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { fsckCommand } from './commands/fsck.ts';
import { listCommands } from './commands/list.ts';
import { lockCommands } from './commands/lock.ts';
import { passphraseCommand } from './commands/passphrase.ts';
import { proposalsCommands } from './commands/proposals.ts';
import { readCommand } from './commands/read.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { releaseCommand } from './commands/release.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { startCommand } from './commands/start.ts';

/** Each command defines its words here and loads its work when it is called: `--help` loads nothing. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  startCommand,
  addCommand,
  serveCommand,
  readCommand,
  proposalsCommands,
  acceptCommand,
  searchCommand,
  listCommands,
  releaseCommand,
  exportCommand,
  checkpointCommand,
  fsckCommand,
  rebuildCommand,
  passphraseCommand,
  lockCommands,
  doctorCommand,
];

/** The whole command line. */
export function program(): Command {
  const actum = new Command('actum')
    .description('A register of who did what to whom, when, where, and on whose word.')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(`actum --help` lists the commands)');
  for (const command of COMMANDS) command(actum);
  for (const command of actum.commands) command.exitOverride();
  return actum;
}
