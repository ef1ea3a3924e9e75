#!/usr/bin/env node
import { CommanderError } from 'commander';
import { problemIn } from '../desk/case-trouble.ts';
import { EXIT, refused } from './print.ts';
import { program } from './program.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});
try {
  await program().parseAsync();
} catch (error) {
  const problem = problemIn(error);
  if (problem !== undefined) refused(problem);
  else if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else throw error;
}
