import { extract } from './extract.ts';
import { serve, shutOff } from './serve.ts';

// The entry of a child process that reads texts out of files and does nothing else.
shutOff();
serve(extract, process);
