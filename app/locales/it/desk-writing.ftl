### Writing a story, on the desk and on the public page.

## The bar

desk-to-stories = Tutti gli articoli
# $words, $minutes: numbers.
desk-length = { $words ->
    [one] 1 parola
   *[other] { $words } parole
} · { $minutes } min
# $count: characters.
desk-characters = { $count } caratteri, spazi compresi
desk-story-menu = Altro su questo articolo
desk-see-on-site = Vedi sul giornale
desk-to-review = Manda in revisione
desk-to-draft = Torna in bozza
desk-schedule = Programma…
desk-unschedule = Togli dal programma
desk-withdraw = Ritira…
desk-delete = Butta nel cestino
desk-undelete = Riprendi dal cestino
desk-panel = Pannello laterale
# $name: who.
desk-published-by = { $name } ha pubblicato una nuova versione
desk-no-byline = Senza firma

## The save line

# $time: "18:42".
desk-save-saved = Salvato alle { $time }
desk-save-saving = Salvataggio…
desk-save-offline = Non in linea: salvato su questo dispositivo
desk-save-device-full = Memoria del dispositivo piena: non chiudere la pagina
desk-save-refused = Non salvato: copia il testo e ricarica la pagina
desk-save-readonly = Sola lettura
desk-save-opening = Apertura…
desk-save-key = Qui si salva da solo, a ogni parola
desk-no-underline = Sul giornale si sottolineano solo i collegamenti

## When it was closed

desk-editor-failed = L’editor non si è caricato. Controlla la connessione e ricarica la pagina: quello che hai scritto è su questo dispositivo.
desk-closed-signed-out = La tua sessione è finita: accedi di nuovo. Quello che hai scritto è su questo dispositivo.
desk-closed-not-allowed = Non puoi più scrivere in questo articolo.
desk-closed-no-story = Questo articolo non c’è.
desk-closed-schema = Il giornale è stato aggiornato: ricarica la pagina per continuare.
desk-closed-too-large = L’articolo ha superato la grandezza massima. Togli qualcosa e ricarica la pagina.
# $reason: a short word.
desk-closed = La connessione si è chiusa ({ $reason }). Quello che hai scritto è su questo dispositivo.
desk-reload = Ricarica

## The toolbar

desk-toolbar = Formato del testo
desk-tool-block = Tipo di paragrafo
desk-block-text = Testo
desk-block-heading-2 = Titolo
desk-block-heading-3 = Titolo medio
desk-block-heading-4 = Titolo piccolo
desk-tool-strike = Barrato
desk-tool-quote = Citazione
desk-tool-picture = Foto
desk-tool-table = Tabella
desk-tool-footnote = Nota a piè di pagina
desk-tool-insert = Inserisci
desk-table-row = + riga
desk-table-column = + colonna
desk-table-row-delete = − riga
desk-table-column-delete = − colonna
desk-table-merge = Unisci
desk-table-split = Dividi
desk-table-header = Intestazione
desk-table-delete = Togli tabella

## Particulars

desk-panel-particulars = Scheda
desk-byline-hint = Chi firma, in ordine.
desk-tags = Tag
desk-tags-hint = Di che cosa parla, in due o tre parole.
desk-token-add = Scrivi e premi Invio
# $name: the word or name.
desk-token-remove = Togli { $name }
desk-slug = Indirizzo
desk-slug-hint = L’ultima parte dell’indirizzo. Vuoto: viene dal titolo.
desk-lang-of-story = Lingua dell’articolo
desk-copyright-own = Vuoto: quella del giornale.
desk-lead = Foto di apertura
desk-lead-choose = Scegli una foto
desk-lead-other = Un’altra foto
desk-lead-remove = Togli la foto
desk-lead-alt = Testo alternativo
desk-lead-alt-hint = Che cosa si vede, per chi non la vede.
desk-lead-caption = Didascalia
desk-lead-credit = Autore della foto
# $credit: who made the picture.
desk-credit = Foto: { $credit }
# $percent: how much has gone.
desk-uploading = Caricamento, { $percent }%
desk-upload-failed = La foto non è arrivata. Servono JPEG, PNG, WebP, GIF o AVIF fino a 40 MB.

## Other panels

desk-panel-checks = Controlli
desk-checks-text = Si pubblica anche se qualcosa non va, salvo ciò che è obbligatorio.
desk-panel-words = Parole
desk-find-title = Trova e sostituisci
desk-find = Trova
desk-find-next = Successivo
desk-find-previous = Precedente
desk-find-case = Maiuscole e minuscole
desk-find-whole = Parole intere
desk-replace-with = Sostituisci con
desk-replace = Sostituisci
desk-replace-all = Sostituisci tutto
# $count: how many there are. $at: which is the present one, from 1; 0 for none.
desk-found = { $count ->
    [one] Trovato 1 volta
   *[other] { $at } di { $count }
}
desk-hints-title = Ortografia e segni
desk-hints-none = Nessun suggerimento: tutto in ordine.
desk-hint-fix = Correggi
desk-hint-fix-all = Correggi tutto
# $text: as written. $instead: as it should be.
desk-hint-fix-to = Correggi «{ $text }» in «{ $instead }»
desk-panel-history = Versioni
desk-history-empty = Non è ancora uscita nessuna versione. Da quando pubblichi, qui trovi ogni versione con le sue differenze.
desk-version-now = Come è scritto adesso
# $when: "oggi alle 18:42". $name: who.
desk-version-facts = { $when }, { $name }
desk-version-diff = Che cosa cambia
desk-version-diff-now = Differenze da adesso
desk-version-restore = Riprendi questo testo
# $number: the version's.
desk-version-restored = Il testo della versione { $number } è di nuovo nella bozza. Pubblicalo quando vuoi.
desk-diff-title = Differenze
desk-diff-none = Nessuna differenza.
desk-part-headline = Titolo
desk-part-kicker = Occhiello
desk-part-standfirst = Sommario
desk-panel-previews = Anteprime
desk-previews-text = Un collegamento per far leggere l’articolo a chi non ha un profilo. Scade, e lo puoi chiudere quando vuoi.
desk-preview-for = Vale per
# $count: how many.
desk-preview-days = { $count ->
    [one] un giorno
   *[other] { $count } giorni
}
desk-preview-make = Crea un collegamento
desk-preview-link = Collegamento di anteprima
desk-preview-once = Copialo adesso: dopo non si vede più.
# $name: who made it. $when: "domani alle 18:42".
desk-preview-facts = Di { $name }, vale fino a { $when }
desk-preview-end = Chiudi
desk-preview-ended = Anteprima chiusa

## On the public page

# The button on the public page.
desk-pencil = Modifica questo articolo (e)
desk-in-place = Modifica sulla pagina
desk-open-at-desk = Apri alla scrivania
desk-done = Fine
