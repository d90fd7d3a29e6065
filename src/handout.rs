//! A framework, its forms and what is known of a school in; the workbook the office hands out, out: the forms as the circular has them,
//! criteria printed in, marks to choose, everything else locked, and what goes on from an earlier report already written.

mod carried;
mod rows;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::form::{Blank, BlankColumn, Content, Field, Form, Forms, Printed, Stamp, Version};
use crate::framework::Framework;
use crate::model::{FormKind, Period, School, SchoolYear};
use crate::table::{Align, Block, Book, Column, Entry, Row, RowKind, Sheet, Table, Value};

pub use carried::{Carried, carried};

/// What one workbook is made from.
#[derive(Clone, Copy)]
pub struct Handout<'a> {
    pub framework: &'a Framework,
    pub forms: &'a Forms,
    /// None: for any school of a kind, which writes its own name.
    pub school: Option<&'a School>,
    /// The unit that the school reports to.
    pub unit: &'a str,
    pub year: SchoolYear,
    pub period: Period,
    /// The last day to report.
    pub deadline: Date,
    /// With the forms that are only handed out when asked for.
    pub optional: bool,
    pub carried: &'a [Carried],
}

impl Carried {
    fn cells(&self, kind: FormKind) -> Option<&BTreeMap<Field, String>> {
        match kind {
            FormKind::Plan => Some(&self.plan),
            FormKind::Result => Some(&self.result),
            _ => None,
        }
    }
}

const DOTS: &str = "……………………………";

impl Handout<'_> {
    /// What the workbook says of itself.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            version: Version::current(self.framework, self.forms),
            framework: self.framework.id.clone(),
            school: self.school.map(|school| school.id.clone()),
            year: self.year,
            period: self.period,
        }
    }

    /// The workbook; without a sheet where no form of the framework is handed out.
    pub fn book(&self) -> Book {
        let stamp = self.stamp();
        let blanks = self.forms.blanks(self.framework).filter(|(_, blank)| self.optional || !blank.optional);
        let sheets = blanks.map(|(form, blank)| self.sheet(form, blank, &stamp)).collect();
        let whose = self.school.map_or_else(|| self.framework.title.clone(), |school| school.name.clone());
        Book {
            title: format!("Mẫu báo cáo {}, năm học {}. {whose}", self.period.title(), self.year),
            author: self.unit.to_owned(),
            // Not the day it was made: the same school gets the same bytes. Nothing is read from it, for a form saved by hand has a day of its own.
            created: self.deadline,
            properties: stamp.properties(),
            carried: Vec::new(),
            sheets,
        }
    }

    fn sheet(&self, form: &Form, blank: &Blank, stamp: &Stamp) -> Sheet {
        let table = Table {
            id: form.id.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_"),
            columns: blank.columns.iter().map(|column| self.column(column)).collect(),
            rows: rows::of(self, form, blank),
            filter: false,
        };
        let imprint = printed(form, blank, &table.rows).map_or_else(|| stamp.line(), |printed| stamp.line_over(&printed));
        let how = "Chỉ ghi vào ô trống; đưa chuột lên tiêu đề cột để xem cách ghi và ví dụ. Không đổi tiêu đề, không thêm cột.";
        let signature = Block::Signature {
            place_and_date: "…………, ngày …… tháng …… năm ………".to_owned(),
            title: "HIỆU TRƯỞNG".to_owned(),
            name: String::new(),
        };
        Sheet {
            name: blank.sheet.clone(),
            letterhead: self.letterhead(),
            title: blank.title.to_uppercase(),
            subtitle: vec![format!("Năm học {} · Kỳ báo cáo: {}", self.year, self.period.title()), how.to_owned()],
            // The stamp stands at the foot, so that little is above the titles that stay in view.
            blocks: vec![Block::Table(table), signature, Block::Imprint(imprint)],
            freeze: Some(0),
            landscape: true,
            frozen_columns: 0,
            printed_columns: None,
            one_page: false,
            printed_rows: None,
        }
    }

    fn letterhead(&self) -> Vec<String> {
        let unit = if self.unit.is_empty() { DOTS.to_owned() } else { self.unit.to_uppercase() };
        let school = self.school.map_or_else(|| format!("TRƯỜNG {DOTS}"), |school| school.name.to_uppercase());
        vec![format!("{unit}\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), format!("{school}\tĐộc lập - Tự do - Hạnh phúc")]
    }

    fn column(&self, column: &BlankColumn) -> Column {
        let align = match column.field.content() {
            Content::Ordinal | Content::Mark | Content::Status => Align::Centre,
            _ => Align::Left,
        };
        let entry = if column.choices.is_empty() { Entry::Open } else { Entry::Choice(column.choices.clone()) };
        let mut drawn = Column { align, group: column.group.clone(), ..Column::text(&column.title, column.width()) }.with_entry(entry);
        drawn.note = column.note(self.year);
        drawn
    }
}

/// What of an earlier report stands in the cells for the school's words.
fn printed(form: &Form, blank: &Blank, rows: &[Row]) -> Option<Printed> {
    if !matches!(form.kind, FormKind::Plan | FormKind::Result) {
        return None;
    }
    let cells = rows.iter().filter(|row| row.kind == RowKind::Plain).flat_map(|row| blank.columns.iter().zip(&row.cells));
    Printed::of(cells.filter_map(|(column, cell)| match &cell.value {
        Value::Text(text) if Printed::covers(column.field) => Some(text.as_str()),
        _ => None,
    }))
}
