### The front page.

front-title = Prima pagina
front-lead = In apertura
front-secondary = In primo piano
front-latest = Ultime notizie
front-most-read = I più letti
# $section: its name.
front-all-of-section = Tutto in { $section }
front-empty-title = Il primo numero è in preparazione
front-empty-text = Non c’è ancora nessun articolo pubblicato. Torna presto a trovarci.
