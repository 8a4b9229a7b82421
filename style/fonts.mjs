// Cuts the newspaper's fonts out of the npm packages: `node style/fonts.mjs OUTPUT_DIRECTORY`.
// Every face comes in three files that the browser picks by `unicode-range` (see fonts.css): `core` is all that
// Italian and English need, `west` the rest of western Europe, `east` central and eastern Europe. An Italian article
// with bold and italics loads at most 79 kB, without italics 63 kB. The same packages always give the same bytes.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

const ascii = String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => 0x20 + i));
const core = `${ascii}\u00a0«»’‘“”–—…€°·×©ºªÀÈÉÌÒÙàáèéêìíîòóùúçôüöä²³−↑`;
const west = 'ÁÂÃÄÅÆÇÊËÍÎÏÑÓÔÕÖØÚÛÜÝßâãåæëïðñõøûýþÿŒœ¡¿£¥§¶®™±¹¼½¾µ÷„‚‹›•†‡′″←→↓';
const east = 'ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŐőŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŹźŻżŽžȘșȚț';

const shaping = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'liga'];
const figures = [...shaping, 'pnum'];
const text = { opsz: 16, wght: { min: 400, max: 700 } };
const faces = [
  { name: 'newsreader', font: 'newsreader', axis: 'opsz-normal', axes: text, features: figures },
  { name: 'newsreader-italic', font: 'newsreader', axis: 'opsz-italic', axes: { opsz: 16, wght: 400 }, features: shaping },
  { name: 'newsreader-display', font: 'newsreader', axis: 'opsz-normal', axes: { opsz: 72, wght: 600 }, features: figures },
  { name: 'libre-franklin', font: 'libre-franklin', axis: 'wght-normal', axes: { wght: text.wght }, features: shaping },
];
const subsets = { core: ['latin', core], west: ['latin', west], east: ['latin-ext', east] };

const [, , output] = process.argv;
if (!output) {
  console.error('usage: node style/fonts.mjs OUTPUT_DIRECTORY');
  process.exit(2);
}
await mkdir(output, { recursive: true });
for (const { name, font, axis, axes, features } of faces) {
  for (const [subset, [script, characters]] of Object.entries(subsets)) {
    const source = require.resolve(`@fontsource-variable/${font}/files/${font}-${script}-${axis}.woff2`);
    const cut = await subsetFont(await readFile(source), characters, {
      targetFormat: 'woff2',
      variationAxes: axes,
      keepFeatures: features,
      noHinting: true,
    });
    await writeFile(join(output, `${name}-${subset}.woff2`), cut);
  }
}
