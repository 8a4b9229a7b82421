//! The demo edition: a whole small paper, written and drawn for it, so that a newcomer sees one at once.

mod drawing;
mod edition;

use std::collections::HashMap;

use futures::stream::{self, StreamExt, TryStreamExt};
use image::codecs::jpeg::JpegEncoder;
use model::{Actor, AppError, ImportReport, SectionId, Site};

use crate::import::Album;
use crate::pictures::{LibraryEntry, WORKBENCHES};
use crate::sections::NewSection;
use crate::{Newsroom, PictureError, Result};
use drawing::Plan;

impl Newsroom {
    /// Fills an empty site with the demo edition: particulars, sections, bylines, drawn pictures, articles and comments.
    ///
    /// Dates are counted back from now. A site that holds articles is refused with [`AppError::Conflict`].
    pub async fn install_demo(&self, actor: &Actor) -> Result<ImportReport> {
        if !actor.may_administer() {
            return Err(AppError::Forbidden.into());
        }
        if self.articles().count().await? > 0 {
            let message =
                "this site holds articles already; the demo edition is for an empty one (another --data folder)";
            return Err(AppError::Conflict { message: message.to_owned() }.into());
        }
        let site: Site = toml::from_str(edition::SITE).map_err(|why| flawed(format!("site.toml: {why}")))?;
        self.set_site(actor, &site).await?;
        self.describe_sections(actor).await?;
        for author in edition::authors().map_err(flawed)? {
            let (slug, role, bio) = (Some(author.slug.as_str()), Some(author.role.as_str()), Some(author.bio.as_str()));
            self.bylines().describe(actor, &author.name, slug, role, bio).await?;
        }
        let plans = edition::pictures().map_err(flawed)?;
        let pictures: HashMap<String, String> =
            stream::iter(plans).map(|plan| self.hang(plan)).buffer_unordered(WORKBENCHES).try_collect().await?;
        let articles = edition::articles(self.now()).map_err(flawed)?;
        self.imports().articles(actor, articles, Album::of(pictures)).await
    }

    async fn describe_sections(&self, actor: &Actor) -> Result<()> {
        let mut made: HashMap<String, SectionId> = HashMap::new();
        for section in edition::sections().map_err(flawed)? {
            let new = NewSection {
                name: section.name.clone(),
                slug: Some(section.slug),
                description: Some(section.description),
                colour: Some(section.colour),
                parent: section.parent.and_then(|parent| made.get(&parent).copied()),
            };
            made.insert(section.name, self.sections().describe(actor, &new).await?);
        }
        Ok(())
    }

    /// Draws a picture and stores it; answers its name and its hash.
    async fn hang(&self, plan: Plan) -> Result<(String, String)> {
        let name = plan.name.clone();
        let file = tokio::task::spawn_blocking(move || draw(&plan)).await?.map_err(flawed)?;
        match self.pictures().store(file, LibraryEntry::default()).await {
            Ok(picture) => Ok((name, picture.hash)),
            Err(PictureError::Store(why)) => Err(why),
            Err(why) => Err(flawed(format!("{name}: {why}"))),
        }
    }
}

fn draw(plan: &Plan) -> Result<Vec<u8>, String> {
    let drawn = drawing::draw(plan).ok_or_else(|| format!("{}: a colour is written as #rrggbb", plan.name))?;
    let mut file = Vec::new();
    // Nearly lossless: what readers get is encoded from it once more.
    drawn.write_with_encoder(JpegEncoder::new_with_quality(&mut file, 95)).map_err(|why| why.to_string())?;
    Ok(file)
}

/// The edition that this program brought along is at fault, not whoever installs it.
fn flawed(why: String) -> crate::Error {
    AppError::invalid("demo", why).into()
}
