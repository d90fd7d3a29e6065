//! Whatever
