//! One file to read: its name in every finding, where it lies, and its bytes once they are asked for.

pub(super) mod content;

use std::path::PathBuf;
use std::sync::Arc;

use crate::finding::Finding;
use crate::settings::Limits;

/// One file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As the user knows it: its path below the given folder, `/` between parts; inside a bundle, after the bundle's name.
    pub name: Arc<str>,
    /// Where it lies on disk: the file itself, or the bundle it is in. Links of the consolidated workbook lead here.
    pub path: PathBuf,
    content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    Path,
    Bytes(Arc<[u8]>),
    /// What lies in a bundle and cannot be had, or a bundle that cannot be opened.
    Refused(Box<Finding>),
}

impl Source {
    pub fn in_memory(name: &str, bytes: Vec<u8>) -> Self {
        Source { name: name.into(), path: PathBuf::from(name), content: Content::Bytes(bytes.into()) }
    }

    /// The bytes, read once. A file that another program holds is asked for three times within two seconds.
    pub fn bytes(&self, limits: &Limits) -> Result<Arc<[u8]>, Box<Finding>> {
        match &self.content {
            Content::Bytes(bytes) => Ok(Arc::clone(bytes)),
            Content::Refused(finding) => Err(Box::new(finding.as_ref().clone().in_file(&self.name))),
            Content::Path => content::read(&self.path, limits).map(Into::into).map_err(|fault| Box::new(fault.in_file(&self.name))),
        }
    }
}

/// A file that lies by itself on the disk.
pub(super) fn on_disk(name: String, path: PathBuf) -> Source {
    Source { name: name.into(), path, content: Content::Path }
}

/// A source that lies inside a bundle.
pub(super) fn inside(bundle: &Source, name: String, bytes: Vec<u8>) -> Source {
    Source { name: name.into(), path: bundle.path.clone(), content: Content::Bytes(bytes.into()) }
}

/// A source that has a name and a state, and no content; the finding says why.
pub(super) fn refused(bundle: &Source, name: String, finding: Finding) -> Source {
    Source { name: name.into(), path: bundle.path.clone(), content: Content::Refused(Box::new(finding)) }
}
