### Why the desk refuses something about a story: what is wrong, and what to do.

## What is required before publishing

story-headline-missing = Manca il titolo: scrivilo e riprova.
story-headline-long = Il titolo supera i 300 caratteri: accorcialo.
story-section-missing = Manca la sezione: scegline una.
story-section-unknown = Questa sezione non c’è: scegline una di quelle del giornale.
story-no-section = Il giornale non ha ancora sezioni: chi lo amministra può crearle nelle impostazioni.
story-body-missing = L’articolo non ha testo: scrivilo e riprova.

## A later version

story-kind-missing = L’articolo è già stato pubblicato: scegli se questo è un refuso, un aggiornamento, una correzione, una precisazione o una rettifica.
story-kind-unknown = Questo tipo di modifica non esiste: scegline uno dell’elenco.
story-note-missing = Scrivi ai lettori che cosa è cambiato.
story-note-long = Il testo supera i 1000 caratteri: accorcialo.

## Where it stands

story-in-bin = L’articolo è nel cestino: ripristinalo prima.
story-embargoed = L’articolo è sotto embargo: non può uscire prima della scadenza.
story-scheduled-before = L’uscita è programmata prima della fine dell’embargo: spostala o annullala prima.
story-public-already = L’articolo è già pubblico: un embargo non servirebbe.
story-never-public = L’articolo non è mai stato pubblicato: non c’è nulla da ritirare.
story-not-movable = Solo una bozza può passare in revisione, e solo dalla revisione si torna alla bozza.
story-state-unknown = Un articolo si può spostare solo tra bozza e revisione.

## Moments

story-moment-past = Questo momento è già passato: scegline uno futuro.
story-moment-far = Questo momento è troppo lontano: al massimo tra cinque anni.
story-moment-malformed = Scrivi data e ora, per esempio 2026-10-25T02:30.
story-moment-skipped = Quest’ora non esiste: quella notte si passa all’ora legale. Scegli un’ora prima o dopo.

## Lists and preview links

story-list-place = Questo punto dell’elenco non c’è più: ricarica l’elenco dall’inizio.
story-calendar-range = Il calendario mostra al massimo quattrocento giorni, dal primo all’ultimo.
story-preview-days = Un’anteprima vale da 1 a 30 giorni.
story-preview-many = Ci sono già venti anteprime valide: chiudine una.
story-preview-embargoed = L’articolo è sotto embargo: togli l’embargo prima di condividere un’anteprima.

## Pictures handed in

picture-too-large = Il file supera i 40 MiB: salvalo più piccolo e riprova.
picture-too-many-pixels = L’immagine supera i 50 megapixel: riducila e riprova.
picture-unknown = Il file non contiene un’immagine JPEG, PNG, WebP o GIF.
picture-unreadable = Questo formato non si legge ancora: salva l’immagine come JPEG, PNG o WebP.
picture-broken = L’immagine è danneggiata: esportala di nuovo e riprova.
