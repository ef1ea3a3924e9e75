import { serve, shutOff } from '../preserve/serve.ts';
import { readFile } from './read-file.ts';

shutOff();
serve(readFile, process);
