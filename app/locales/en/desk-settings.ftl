### The paper’s particulars, and the wizard.

desk-settings-paper = The newspaper
desk-settings-articles = Stories and addresses
desk-settings-comments = Comments
desk-settings-follow = Where to follow you
desk-settings-colophon = Colophon
desk-settings-save = Save the settings
desk-change = Change

desk-site-name = Name of the newspaper
desk-site-motto = Motto
desk-site-motto-hint = The line under the name. It may stay empty.
desk-site-lang = Language of the newspaper
desk-timezone = Time zone
desk-timezone-hint = Its IANA name, such as Europe/Rome.
desk-date-style = How dates are written
desk-date-long-example = 4 September 2023
desk-date-short-example = 4 Sep 2023
desk-permalink = How addresses are made
desk-permalink-hint = It counts for new articles. An address that was public stays good for ever.
desk-permalink-section_slug = Section and headline
desk-permalink-month_slug = Year, month and headline
desk-permalink-day_slug = Date and headline
desk-permalink-slug = Headline only
desk-list-paths = Addresses of bylines and archive
desk-list-paths-hint = The others lead to these: no link is lost.
desk-copyright = Rights
desk-copyright-hint = The line below articles without one of their own.
desk-whatsapp = WhatsApp channel
desk-telegram = Telegram channel
desk-feed = Feed
desk-feed-hint = Empty for not showing it.
desk-colophon-about = Who you are
desk-colophon-about-hint = A few sentences, for the page about the paper.
desk-colophon-register = Registration
desk-colophon-register-hint = Court and number, if the paper is registered.
desk-colophon-director = Responsible editor
desk-colophon-publisher = Publisher
desk-colophon-vat = VAT number
desk-colophon-address = Address
desk-colophon-email = Newsroom’s email
desk-colophon-phone = Phone
desk-comment-policy = No comment comes out before somebody of the newsroom approves it.

## Sections

desk-sections = Sections
desk-section-name = Name
desk-section-parent = Within
desk-section-top = None: it is a top section
desk-section-description = What it covers
desk-section-colour = Colour
# $number: from 1.
desk-section-colour-number = Colour { $number }
desk-section-keep = Save the section
# $name: the section's.
desk-section-kept = Section “{ $name }” saved
# $name: the section's.
desk-section-change-of = Change the section { $name }

## The wizard

desk-wizard-title = The paper’s first day
desk-wizard-closed-title = This door is closed
desk-wizard-closed-text = The paper is founded already, or the link is not the one that the server printed at its start.
desk-wizard-lang = Language
desk-wizard-name = Name
desk-wizard-address = Addresses
desk-wizard-sections = Sections
desk-wizard-colophon = Colophon
desk-wizard-comments = Comments
desk-wizard-admin = You
desk-wizard-lang-text = Seven questions, two minutes. All of it can be changed later, in the settings.
desk-wizard-address-text = The paper answers at this address:
desk-wizard-sections-hint = One a line.
desk-wizard-sections-example =
    News
    Politics
    Business
    Culture
    Sport
desk-wizard-colophon-text = What law and good manners ask a paper to say of itself. You may leave it empty for now.
desk-wizard-admin-text = You are the administrator: this is how you sign in.
desk-wizard-finish = Found the paper
# $step, $steps: numbers.
desk-wizard-step = Step { $step } of { $steps }
# $zone: such as "Europe/Rome".
desk-wizard-zone = Times are those of { $zone }.
