import { isPortFree } from '../processes/ports.js';

/** A port that the stack is about to use, and the variable that chooses it. */
export interface WantedPort {
  readonly variable: string;
  readonly port: number;
  readonly purpose: string;
}

/**
 * @throws Error that names, for every port that somebody else listens on already, the variable to set.
 */
export async function refuseTakenPorts(wanted: readonly WantedPort[]): Promise<void> {
  const complaints: string[] = [];
  for (const { variable, port, purpose } of wanted) {
    if (await isPortFree(port)) continue;
    complaints.push(
      `Port ${port}, for ${purpose}, is taken. Free it, or choose another: ${variable}=${port + 1} npm start`,
    );
  }
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}
