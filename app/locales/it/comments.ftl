### Readers' comments and the form they come by.

comments-title = Commenti
# $count: approved comments.
comments-count = { $count ->
    [0] Nessun commento
    [one] 1 commento
   *[other] { $count } commenti
}
comments-empty = Ancora nessun commento: il primo può essere il tuo.

## One comment

# $name: who wrote it.
comment-by = Commento di { $name }
# $name: who wrote the comment that this one answers.
comment-in-reply-to = In risposta a { $name }
comment-link = Collegamento a questo commento
comment-reply = Rispondi
# For screen readers. $name: who is answered.
comment-reply-to = Rispondi a { $name }
# Above the form. $name: who is answered.
comment-replying-to = Stai rispondendo a { $name }
comment-reply-cancel = Annulla la risposta
comment-report = Segnala
# For screen readers. $name: who wrote the comment.
comment-report-of = Segnala il commento di { $name }
comment-reported = Grazie: la redazione lo controllerà.
comment-report-failed = La segnalazione non è partita. Riprova tra poco.

## The form

comment-form-title = Lascia un commento
comment-form-hint = Il tuo indirizzo email non sarà pubblicato. I campi obbligatori sono contrassegnati *
comment-name-label = Nome *
comment-name-placeholder = Come vuoi firmarti
comment-email-label = Email *
comment-email-placeholder = nome@esempio.it
comment-email-hint = Serve solo alla redazione per risponderti.
comment-body-label = Commento *
comment-body-placeholder = Che cosa ne pensi?
# $max: the most characters a comment may have.
comment-body-hint = Solo testo, al massimo { $max } caratteri.
# $left: how many characters are left.
comment-body-left = { $left ->
    [one] Resta 1 carattere
   *[other] Restano { $left } caratteri
}
comment-submit = Invia commento
comment-sending = Invio in corso…

## What became of it

comment-held = Il tuo commento è in attesa di moderazione.
comment-published = Il tuo commento è pubblicato. Grazie.
comment-offline = Non sei in linea: lo invieremo appena torna la connessione.
# Without a queue on the device: the text stays in the form.
comment-offline-now = Non sei in linea. Il testo è ancora qui: invialo quando torna la connessione.
comment-failed = Il commento non è partito. Il testo è ancora qui: riprova tra poco.
comment-errors = Il commento non è stato inviato: controlla i campi segnati.

## What is wrong with a field

comment-name-missing = Scrivi il tuo nome.
comment-name-long = Il nome è troppo lungo: al massimo 80 caratteri.
comment-email-missing = Scrivi il tuo indirizzo email.
comment-email-wrong = Questo indirizzo email non sembra giusto: deve essere come nome@esempio.it.
comment-body-missing = Scrivi il commento.
comment-body-long = Il commento è troppo lungo: al massimo 4.000 caratteri.
comment-parent-unknown = Il commento a cui rispondi non c’è più. Puoi scriverne uno nuovo.
comment-key-wrong = Il modulo non è arrivato intero. Ricarica la pagina e invia di nuovo il commento.
comment-conflict = Questo modulo ha già inviato un commento diverso. Ricarica la pagina per scriverne un altro.
comment-closed = I commenti a questo articolo sono chiusi.
