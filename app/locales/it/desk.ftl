### What every page of the desk says: frame, help, dates, states.

desk-title = Scrivania
desk-loading = Caricamento in corso…
desk-needs-script = La scrivania ha bisogno di JavaScript: attivalo nel browser e ricarica la pagina.
desk-skip = Vai al contenuto
desk-close = Chiudi
desk-cancel = Annulla
desk-save = Salva
desk-saved = Salvato
desk-back = Indietro
desk-next = Avanti
desk-retry = Riprova
desk-undo = Annulla
desk-copy = Copia
desk-copied = Copiato negli appunti
desk-copy-failed = Non è stato possibile copiare: seleziona il testo e copialo a mano.
desk-sending = Un momento…
desk-or = oppure
desk-remove = Togli
desk-more = Altro
desk-nowhere-title = Pagina non trovata
desk-nowhere-text = A questo indirizzo della scrivania non c’è nulla.

## Navigation

desk-nav-label = Scrivania
desk-nav-menu = Menu della scrivania
desk-nav-site = Vai al giornale
desk-nav-stories = Articoli
desk-nav-board = Lavagna
desk-nav-calendar = Calendario
desk-nav-people = Persone
desk-nav-settings = Impostazioni
desk-nav-audit = Registro
desk-nav-account = Il mio profilo
# $name: who is signed in.
desk-nav-account-of = Il mio profilo: { $name }
desk-unsent-title = Ci sono parole non inviate
desk-unsent-text = Su questo dispositivo c’è del testo che il giornale non ha ancora. Se esci ora va perso. Per salvarlo apri l’articolo, in linea, e aspetta «Salvato».
desk-unsent-leave = Esci e perdi il testo
desk-unsent-stay = Resta
desk-sign-out = Esci
desk-new-story = Nuovo articolo
desk-new-story-hint = Nuovo articolo (n)

## Help

desk-help = Tasti
desk-help-hint = Tutti i tasti (?)
desk-help-title = Tasti rapidi
desk-help-everywhere = Dappertutto
desk-help-lists = Negli elenchi e sulla lavagna
desk-help-editor = Mentre scrivi
desk-help-site = Sul giornale
desk-key-help = Questo elenco
desk-key-new = Nuovo articolo
desk-key-search = Cerca
desk-key-close = Chiudi la finestra o il menu
desk-key-next = Articolo successivo
desk-key-previous = Articolo precedente
desk-key-open = Apri l’articolo
desk-key-move = Sposta la scheda nella colonna accanto
desk-key-save = Niente da fare: si salva da solo
desk-key-undo = Annulla
desk-key-redo = Ripeti
desk-key-bold = Grassetto
desk-key-italic = Corsivo
desk-key-underline = Niente: sul giornale non si sottolinea
desk-key-link = Collegamento
desk-key-heading = Testo, titolo grande, medio, piccolo
desk-key-numbers = Elenco numerato
desk-key-bullets = Elenco puntato
desk-key-find = Trova e sostituisci
desk-key-insert = Inserisci: foto, tabella, nota e altro
desk-key-markdown = All’inizio della riga: titolo, elenco, citazione, linea
desk-key-in-place = Modifica l’articolo sulla pagina

## States

desk-state-draft = Bozza
desk-state-review = In revisione
desk-state-scheduled = Programmato
desk-state-published = Pubblicato
desk-state-withdrawn = Ritirato
desk-state-deleted = Cestino
desk-state-changed = modificato

## Roles

desk-role-contributor = Collaboratore
desk-role-author = Autore
desk-role-moderator = Moderatore
desk-role-editor = Redattore
desk-role-admin = Amministratore

## Dates. Numbers and clock times are handed over as text.

desk-month-1 = gennaio
desk-month-2 = febbraio
desk-month-3 = marzo
desk-month-4 = aprile
desk-month-5 = maggio
desk-month-6 = giugno
desk-month-7 = luglio
desk-month-8 = agosto
desk-month-9 = settembre
desk-month-10 = ottobre
desk-month-11 = novembre
desk-month-12 = dicembre
desk-month-short-1 = gen
desk-month-short-2 = feb
desk-month-short-3 = mar
desk-month-short-4 = apr
desk-month-short-5 = mag
desk-month-short-6 = giu
desk-month-short-7 = lug
desk-month-short-8 = ago
desk-month-short-9 = set
desk-month-short-10 = ott
desk-month-short-11 = nov
desk-month-short-12 = dic
desk-weekday-1 = lunedì
desk-weekday-2 = martedì
desk-weekday-3 = mercoledì
desk-weekday-4 = giovedì
desk-weekday-5 = venerdì
desk-weekday-6 = sabato
desk-weekday-7 = domenica
desk-weekday-short-1 = lun
desk-weekday-short-2 = mar
desk-weekday-short-3 = mer
desk-weekday-short-4 = gio
desk-weekday-short-5 = ven
desk-weekday-short-6 = sab
desk-weekday-short-7 = dom
# $day, $year: as text. $month: one of desk-month-1 to desk-month-12.
desk-date = { $day } { $month } { $year }
# $time: "18:42".
desk-when-today = oggi alle { $time }
# $time: "18:42".
desk-when-yesterday = ieri alle { $time }
# $time: "18:42".
desk-when-tomorrow = domani alle { $time }
# $date: as desk-date makes it. $time: "18:42".
desk-when = { $date } alle { $time }

## Who did something, where it was no person

desk-who-operator = Il sistema
desk-who-import = Importazione
desk-who-reader = Senza accesso
