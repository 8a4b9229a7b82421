### What every page of the site says: frame, navigation, dates, errors.
### Bundles are made without isolation marks. Years and clock times are handed over as text, counts and days as numbers.

## Page titles

# $page: the title of the page. $site: the paper's name.
site-title = { $page } · { $site }
# A list after its first page. $title: the list's own. $page: the number, from 2.
site-title-numbered = { $title }, pagina { $page }

## Frame

site-skip = Vai al contenuto
site-header-label = Testata
site-nav-label = Sezioni
site-nav-all = Tutte
site-menu = Menu
site-menu-close = Chiudi il menu
site-home = Prima pagina
# $site: the paper's name.
site-home-of = { $site }, prima pagina
# $weekday: "lunedì". $date: today's date as date-long makes it.
site-today = { $weekday } { $date }
site-breadcrumb-label = Percorso
site-to-top = Torna su
site-print = Stampa

## Search

site-search = Cerca
site-search-label = Cerca nel giornale
site-search-placeholder = Parole da cercare
site-search-submit = Cerca

## Theme and text size

site-display = Aspetto
site-theme = Tema
site-theme-light = chiaro
site-theme-dark = scuro
site-theme-auto = come il sistema
site-text-size = Dimensione del testo
site-text-size-normal = normale
site-text-size-large = grande
site-text-size-larger = molto grande

## Following the paper

site-follow = Resta aggiornato
site-follow-whatsapp = Resta aggiornato: seguici sul canale WhatsApp
site-follow-telegram = Seguici sul canale Telegram
site-follow-feed = Abbonati al feed RSS

## Footer

site-footer-label = Piè di pagina
site-footer-sections = Tutte le sezioni
site-footer-paper = Il giornale
site-footer-follow = Seguici
site-footer-whatsapp = Canale WhatsApp
site-footer-telegram = Telegram
site-footer-feed = Feed RSS
site-footer-about = Chi siamo
site-footer-archive = Archivio
site-footer-privacy = Privacy
site-footer-how-we-count = Come contiamo le letture
site-footer-top = Torna all’inizio della pagina

## Colophon

# $site: the paper's name.
site-about-title = Chi siamo: { $site }
site-colophon-title = Colophon
site-colophon-register = Registrazione
site-colophon-director = Direttore responsabile
site-colophon-publisher = Editore
site-colophon-vat = Partita IVA
site-colophon-address = Redazione
site-colophon-email = Email
site-colophon-phone = Telefono

## The line at the foot of every page: each piece with its value

site-legal-register = { $value }
site-legal-director = Direzione responsabile: { $value }
site-legal-publisher = Editore: { $value }
site-legal-vat = P. IVA { $value }

## Lists of articles

site-pagination-label = Pagine
site-pagination-previous = Pagina precedente
site-pagination-next = Pagina successiva
# $page: this page's number. $pages: how many there are.
site-pagination-of = Pagina { $page } di { $pages }
# $page: the page that a link leads to.
site-pagination-to = Vai alla pagina { $page }
# The last two names of a list. $first: all but the last, joined by commas. $last: the last one.
site-list-and = { $first } e { $last }

## Moving from page to page

site-loading = Caricamento in corso…
# Announced to screen readers. $title: the title of the page that came in.
site-page-loaded = Pagina caricata: { $title }
site-page-failed = La pagina non si è caricata. Controlla la connessione e riprova.
site-offline = Non sei in linea.

## Errors: a title, and what to do

site-error-404-title = Pagina non trovata
site-error-404-text = A questo indirizzo non c’è nulla. Forse il collegamento è sbagliato o la pagina non è mai esistita: prova a cercarla oppure torna in prima pagina.
site-error-410-title = Articolo ritirato
site-error-410-text = Qui c’era un articolo che la redazione ha ritirato. Puoi cercare altre notizie sullo stesso argomento oppure tornare in prima pagina.
site-error-500-title = Qualcosa non ha funzionato
site-error-500-text = L’errore è nostro e lo abbiamo annotato. Riprova tra qualche minuto; se si ripete, scrivi alla redazione.
# $trace: what finds the log line.
site-error-trace = Riferimento da citare: { $trace }
site-error-400-title = Richiesta non valida
site-error-400-text = Il server non ha capito la richiesta. Torna alla pagina precedente e riprova.
site-error-403-title = Accesso negato
site-error-403-text = Questa pagina non è aperta a tutti. Se dovresti poterla vedere, scrivi alla redazione.
site-error-405-title = Operazione non prevista
site-error-405-text = Questo indirizzo non accetta la richiesta. Torna alla pagina precedente e riprova da lì.
site-error-413-title = Invio troppo grande
site-error-413-text = Quello che hai inviato supera la dimensione consentita. Accorcialo e riprova.
site-error-429-title = Troppe richieste
# $seconds: how long to wait.
site-error-429-text = { $seconds ->
    [one] Hai fatto troppe richieste in poco tempo. Riprova tra un secondo.
   *[other] Hai fatto troppe richieste in poco tempo. Riprova tra { $seconds } secondi.
}
site-error-503-title = Torniamo subito
site-error-503-text = Il sito non è disponibile in questo momento. Riprova tra qualche minuto.
site-error-home = Torna in prima pagina
site-error-search = Cerca nel giornale
site-error-retry = Riprova
site-error-latest = Intanto, gli ultimi articoli

## Dates

month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre
month-short-1 = Gen
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = Mag
month-short-6 = Giu
month-short-7 = Lug
month-short-8 = Ago
month-short-9 = Set
month-short-10 = Ott
month-short-11 = Nov
month-short-12 = Dic
# Monday is 1.
weekday-1 = lunedì
weekday-2 = martedì
weekday-3 = mercoledì
weekday-4 = giovedì
weekday-5 = venerdì
weekday-6 = sabato
weekday-7 = domenica
# $day: 1 to 31. $month: one of month-1 to month-12. $year: as text.
date-long = { $day } { $month } { $year }
# $month: one of month-short-1 to month-short-12.
date-short = { $day } { $month } { $year }
# $date: as date-long or date-short makes it. $time: "9:12".
date-time = { $date } alle { $time }
# $when: as date-time makes it. $day: the day of the month as a number, for the article ("l’8", "l’11").
updated-at = { $day ->
    [8] Aggiornato l’{ $when }
    [11] Aggiornato l’{ $when }
   *[other] Aggiornato il { $when }
}
# $when and $day: as in updated-at.
published-at = { $day ->
    [8] Pubblicato l’{ $when }
    [11] Pubblicato l’{ $when }
   *[other] Pubblicato il { $when }
}
