import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { follow, type Program } from '../support/process.js';

/** The image as `build.sh` leaves it. */
export interface Image {
  /** Its files. */
  readonly rootfs: string;
  readonly user: string;
  readonly workingDir: string;
  readonly command: readonly string[];
  readonly environment: readonly string[];
}

/** A container, by means of the kernel alone. */
export interface Container extends Program {
  /** Its first process, as this machine numbers it. */
  pid(): Promise<number>;
  signal(name: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** What `buildah inspect` says, as far as it is needed. */
interface Inspected {
  readonly OCIv1: {
    readonly config: {
      readonly User: string;
      readonly WorkingDir: string;
      readonly Cmd: readonly string[];
      readonly Env: readonly string[];
    };
  };
}

/** What stands in a container's file system beside the image, all else being read-only; then the user without any right. */
const ENTER = `
  set -e
  root=$1 user=$2 workdir=$3; shift 3
  mount --bind "$root" "$root"
  mount -o remount,bind,ro "$root"
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs tmpfs "$root/tmp"
  mount --bind -o ro /etc/hosts "$root/etc/hosts"
  exec chroot "$root" setpriv --reuid "$user" --regid "$user" --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs \\
    env -i -C "$workdir" "$@"
`;

/** Reads what `build.sh` has left. */
export async function readImage(folder: string): Promise<Image> {
  const { OCIv1 } = JSON.parse(await readFile(`${folder}/image.json`, 'utf8')) as Inspected;
  const { User: user, WorkingDir: workingDir, Cmd: command, Env: environment } = OCIv1.config;
  return { rootfs: `${folder}/rootfs`, user, workingDir, command, environment };
}

/**
 * Runs a command of the image (its own when none is given) as compose does: as the first process of its own, read-only, without
 * capabilities, with this environment and the image's. The network is this machine's.
 */
export function startContainer(
  image: Image,
  environment: Readonly<Record<string, string>>,
  command: readonly string[] = image.command,
): Container {
  const variables = [
    ...image.environment,
    ...Object.entries(environment).map((variable) => variable.join('=')),
  ];
  const entered = [
    'sh',
    '-c',
    ENTER,
    'sh',
    image.rootfs,
    image.user,
    image.workingDir,
    ...variables,
    ...command,
  ];
  const child = spawn('unshare', ['--pid', '--mount', '--fork', ...entered], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = async () => Number(await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8'));
  return {
    ...follow(child),
    pid,
    signal: async (name) => {
      process.kill(await pid(), name);
    },
  };
}
