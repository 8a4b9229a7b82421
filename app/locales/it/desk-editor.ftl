### The editor's own pieces (frontend/web/editor/words.ts). Names in braces are filled in by the editor.

editor-body = Testo dell’articolo
editor-headline = Titolo
editor-kicker = Occhiello
editor-standfirst = Sommario
editor-placeholder = Scrivi qui, oppure premi / per inserire
editor-apply = Applica
editor-cancel = Annulla

## Links

editor-link = Collegamento
editor-link-address = Indirizzo
editor-link-text = Testo
editor-link-remove = Togli il collegamento
editor-link-refused = Questo indirizzo non va: deve cominciare con https:// oppure con /

## Embeds

editor-embed = Contenuto esterno
editor-embed-address = Indirizzo
editor-embed-hint = YouTube, Vimeo, Spotify o OpenStreetMap.
editor-embed-title = Che cos’è
editor-embed-refused = Da qui non si può incorporare: usa YouTube, Vimeo, Spotify o OpenStreetMap.
editor-embed-load-youtube = Carica il video da YouTube
editor-embed-load-vimeo = Carica il video da Vimeo
editor-embed-load-spotify = Carica l’audio da Spotify
editor-embed-load-openstreetmap = Carica la mappa da OpenStreetMap
# As readers read it: article-embed-explain. Other words would be of another length. $provider: such as "YouTube".
editor-embed-explain = Finché non lo carichi, non parte nessuna richiesta verso { $provider }. Dopo, { $provider } riceve il tuo indirizzo IP e può usare i cookie.

## Pictures

editor-picture = Foto
editor-picture-alt = Testo alternativo
editor-picture-alt-hint = Che cosa si vede, per chi non la vede.
editor-picture-no-alt = Manca il testo alternativo
editor-picture-caption = Didascalia
editor-picture-credit = Autore
# $credit: who made the picture.
editor-picture-credit-line = Foto: { $credit }
editor-picture-missing = Questa foto non c’è più
# $name: the file's name.
editor-upload = Carico { $name }
# $name: the file's name.
editor-upload-failed = { $name } non è arrivata
editor-upload-kind = Questo file non è una foto: servono JPEG, PNG, WebP, GIF o AVIF.
editor-upload-large = La foto è troppo grande: al massimo 40 MB.
editor-upload-retry = Riprova
editor-upload-remove = Togli

## Notes, quotes, boxes, tables

editor-notes = Note
editor-note = Nota
editor-note-back = Torna al testo
editor-quote-source = Chi lo dice
editor-box-title = Titolo del riquadro
editor-table-caption = Didascalia della tabella

## The insert menu

editor-insert = Inserisci
editor-insert-heading-2 = Titolo
editor-insert-heading-3 = Titolo medio
editor-insert-heading-4 = Titolo piccolo
editor-insert-bullets = Elenco puntato
editor-insert-numbers = Elenco numerato
editor-insert-quote = Citazione
editor-insert-pull-quote = Frase in evidenza
editor-insert-picture = Foto
editor-insert-gallery = Galleria
editor-insert-table = Tabella
editor-insert-box = Riquadro
editor-insert-embed = Video, audio o mappa
editor-insert-footnote = Nota a piè di pagina
editor-insert-rule = Linea
editor-insert-code = Codice
