//! Files as they lie in the folder of reports, with what each of them shows.

use ctcl::model::State;
use jiff::civil::Date;

use crate::truth::FileTruth;

#[derive(Debug, Clone)]
pub struct Parcel {
    /// Its name in `bao-cao`.
    pub file: String,
    pub bytes: Vec<u8>,
    pub school_ids: Vec<String>,
    pub state: State,
    pub modified: Option<Date>,
    /// For the README.
    pub shows: Vec<String>,
}

impl Parcel {
    pub fn truth(&self) -> FileTruth {
        FileTruth {
            file: format!("{FOLDER}/{}", self.file),
            school_ids: self.school_ids.clone(),
            state: self.state,
            modified: self.modified,
        }
    }
}

pub const FOLDER: &str = "bao-cao";
