import scenes from '../../../docs/images/scenes/index.json' with { type: 'json' };

export type Scheme = 'light' | 'dark';

/** A picture: its address, and how large it is. */
interface Picture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

interface Scene {
  readonly alt: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, readonly number[]>>;
}

const ADDRESSES = import.meta.glob<string>('../../../docs/images/scenes/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** What a scene shows, in a language. An unknown scene fails the build. */
export function altOf(name: string, language: string): string {
  return sceneOf(name).alt[language] ?? '';
}

/** A picture of a scene. @param view such as `fr-dark-390`, or `fr` of a recording */
export function pictureOf(name: string, view: string): Picture {
  const [width, height] = sceneOf(name).files[view] ?? [];
  const src = ADDRESSES[`../../../docs/images/scenes/${name}-${view}.webp`];
  if (src === undefined || width === undefined || height === undefined)
    throw new Error(`There is no picture ${name}-${view}.`);
  return { src, width, height };
}

function sceneOf(name: string): Scene {
  const scene = (scenes as Readonly<Record<string, Scene>>)[name];
  if (scene === undefined) throw new Error(`There is no scene ${name}.`);
  return scene;
}
