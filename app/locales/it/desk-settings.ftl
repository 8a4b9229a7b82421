### The paper’s particulars, and the wizard.

desk-settings-paper = Il giornale
desk-settings-articles = Articoli e indirizzi
desk-settings-comments = Commenti
desk-settings-follow = Dove seguirvi
desk-settings-colophon = Colophon
desk-settings-save = Salva le impostazioni
desk-change = Modifica

desk-site-name = Nome del giornale
desk-site-motto = Motto
desk-site-motto-hint = La riga sotto il nome. Può restare vuota.
desk-site-lang = Lingua del giornale
desk-timezone = Fuso orario
desk-timezone-hint = Il nome IANA, per esempio Europe/Rome.
desk-date-style = Come si scrivono le date
desk-date-long-example = 4 settembre 2023
desk-date-short-example = 4 Set 2023
desk-permalink = Come si formano gli indirizzi
desk-permalink-hint = Vale per gli articoli nuovi. Un indirizzo già pubblico resta valido per sempre.
desk-permalink-section_slug = Sezione e titolo
desk-permalink-month_slug = Anno, mese e titolo
desk-permalink-day_slug = Data e titolo
desk-permalink-slug = Solo il titolo
desk-list-paths = Indirizzi di firme e archivio
desk-list-paths-hint = Gli altri portano a questi: nessun collegamento si perde.
desk-copyright = Diritti
desk-copyright-hint = La riga in fondo agli articoli che non ne hanno una propria.
desk-whatsapp = Canale WhatsApp
desk-telegram = Canale Telegram
desk-feed = Feed
desk-feed-hint = Vuoto per non mostrarlo.
desk-colophon-about = Chi siete
desk-colophon-about-hint = Poche frasi, per la pagina «Chi siamo».
desk-colophon-register = Registrazione
desk-colophon-register-hint = Tribunale e numero, se la testata è registrata.
desk-colophon-director = Direzione responsabile
desk-colophon-publisher = Editore
desk-colophon-vat = Partita IVA
desk-colophon-address = Sede
desk-colophon-email = Email della redazione
desk-colophon-phone = Telefono
desk-comment-policy = Nessun commento esce prima che qualcuno della redazione lo approvi.

## Sections

desk-sections = Sezioni
desk-section-name = Nome
desk-section-parent = Dentro
desk-section-top = Nessuna: è una sezione principale
desk-section-description = Di che cosa parla
desk-section-colour = Colore
# $number: from 1.
desk-section-colour-number = Colore { $number }
desk-section-keep = Salva la sezione
# $name: the section's.
desk-section-kept = Sezione «{ $name }» salvata
# $name: the section's.
desk-section-change-of = Modifica la sezione { $name }

## The wizard

desk-wizard-title = Il primo giorno del giornale
desk-wizard-closed-title = Questa porta è chiusa
desk-wizard-closed-text = Il giornale è già avviato, oppure il collegamento non è quello stampato dal server all’avvio.
desk-wizard-lang = Lingua
desk-wizard-name = Nome
desk-wizard-address = Indirizzi
desk-wizard-sections = Sezioni
desk-wizard-colophon = Colophon
desk-wizard-comments = Commenti
desk-wizard-admin = Tu
desk-wizard-lang-text = Sette domande, due minuti. Tutto si può cambiare dopo, nelle impostazioni.
desk-wizard-address-text = Il giornale risponde a questo indirizzo:
desk-wizard-sections-hint = Una per riga.
desk-wizard-sections-example =
    Cronaca
    Politica
    Economia
    Cultura
    Sport
desk-wizard-colophon-text = Quello che la legge e le buone maniere chiedono a un giornale di dire di sé. Puoi lasciarlo vuoto per ora.
desk-wizard-admin-text = Amministri tu: questo è il tuo accesso.
desk-wizard-finish = Fonda il giornale
# $step, $steps: numbers.
desk-wizard-step = Passo { $step } di { $steps }
# $zone: such as "Europe/Rome".
desk-wizard-zone = Gli orari sono quelli di { $zone }.
