// Opens the desk on its document.

import { loadDesk } from "./desk-load";

const settings = document.querySelector<HTMLElement>("script[data-desk]")?.dataset ?? {};
const desk = await loadDesk({ ...settings });
desk.open_desk();
